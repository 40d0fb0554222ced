"""fast-bitrix24, a batching client by webhook, reads and writes what it supports."""

import ssl

import aiohttp
import pytest
from fast_bitrix24 import BitrixAsync


@pytest.fixture
async def bitrix(trusting):
    trust = ssl.create_default_context(cafile=trusting.ca_file)
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=trust)) as session:
        yield BitrixAsync(trusting.about["webhook"], verbose=False, client=session)


async def test_it_adds_leads_in_batches_and_reads_them_all_back(bitrix):
    titles = [f"Lamp {number}" for number in range(120)]
    added = await bitrix.call("crm.lead.add", [{"fields": {"TITLE": text}} for text in titles])
    assert len(set(added)) == 120
    found = await bitrix.get_all("crm.lead.list", {"select": ["ID", "TITLE"]})
    assert {row["TITLE"] for row in found} == set(titles)


async def test_it_reads_records_by_their_ids(bitrix):
    added = await bitrix.call("crm.deal.add", [{"fields": {"TITLE": f"D{n}"}} for n in range(3)])
    found = await bitrix.get_by_ID("crm.deal.get", added)
    assert {row["TITLE"] for row in found.values()} == {"D0", "D1", "D2"}


async def test_it_changes_a_record(bitrix):
    lead = await bitrix.call("crm.lead.add", {"fields": {"TITLE": "Old"}})
    await bitrix.call("crm.lead.update", {"ID": lead, "fields": {"TITLE": "New"}})
    found = await bitrix.get_all("crm.lead.list", {"filter": {"ID": lead}})
    assert [row["TITLE"] for row in found] == ["New"]


async def test_it_lists_the_employees(bitrix):
    found = await bitrix.get_all("user.get")
    assert {row["ID"] for row in found} == {"1", "7", "12"}
