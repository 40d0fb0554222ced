"""The offline queue in the words of its tests: filling it, asking it, reading its rows."""


async def fill(shop, chat, count=3):
    for number in range(count):
        await shop.control("reply", chat_id=chat, text=f"reply {number}")


async def get(shop, **params):
    return await shop.ok("event.offline.get", params)


async def listed(shop, **params):
    return await shop.ok("event.offline.list", params)


def ids(rows):
    return [row["ID"] for row in rows]


def words(rows):
    return [row["EVENT_DATA"]["MESSAGES"][0]["message"]["text"].split("]")[-1] for row in rows]
