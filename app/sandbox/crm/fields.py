"""Which fields each type of record has. Facts of the vendor's pages; no behaviour.

A field is written `NAME:type:marks:dictionary`; of the marks, r can only be read, i can be set only
when the record is made, m takes many values.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MULTIFIELDS = ("PHONE", "EMAIL", "WEB", "IM", "LINK")
ENTITY_TYPES = {1: "LEAD", 2: "DEAL", 3: "CONTACT", 4: "COMPANY"}
NUMBERS = ("integer", "user", "crm_company", "crm_contact", "crm_lead", "crm_quote", "crm_category")
DATES = ("date", "datetime")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a type of records."""

    name: str
    type: str = "string"
    read_only: bool = False
    immutable: bool = False
    multiple: bool = False
    dictionary: str = ""

    @property
    def title(self) -> str:
        """The field's name for people."""
        return self.name.replace("_", " ").capitalize()

    @property
    def described(self) -> dict[str, Any]:
        """As the methods `*.fields` show it."""
        row: dict[str, Any] = {
            "type": self.type,
            "isRequired": False,
            "isReadOnly": self.read_only,
            "isImmutable": self.immutable,
            "isMultiple": self.multiple,
            "isDynamic": False,
        }
        if self.dictionary:
            row["statusType"] = self.dictionary
        return {**row, "title": self.title}


_UTM = "UTM_SOURCE UTM_MEDIUM UTM_CAMPAIGN UTM_CONTENT UTM_TERM"
_ORIGIN = "ORIGINATOR_ID ORIGIN_ID"
_ADDRESS = (
    "ADDRESS ADDRESS_2 ADDRESS_CITY ADDRESS_POSTAL_CODE ADDRESS_REGION ADDRESS_PROVINCE "
    "ADDRESS_COUNTRY ADDRESS_COUNTRY_CODE ADDRESS_LOC_ADDR_ID:integer"
)
_MULTI = " ".join(f"{name}:crm_multifield:m" for name in MULTIFIELDS)
_HAS = "HAS_PHONE:char:r HAS_EMAIL:char:r HAS_IMOL:char:r"
_PEOPLE = "ASSIGNED_BY_ID:user CREATED_BY_ID:user:r MODIFY_BY_ID:user:r"
_TIMES = "DATE_CREATE:datetime:r DATE_MODIFY:datetime:r"
_MOVED = "MOVED_BY_ID:user:r MOVED_TIME:datetime:r"
_ACTIVITY = "LAST_ACTIVITY_BY:user:r LAST_ACTIVITY_TIME:datetime:r"
_PERSON = "HONORIFIC:crm_status::HONORIFIC NAME SECOND_NAME LAST_NAME BIRTHDATE:date POST"
_SOURCE = "SOURCE_ID:crm_status::SOURCE SOURCE_DESCRIPTION:text"
_MONEY = "CURRENCY_ID:crm_currency OPPORTUNITY:double IS_MANUAL_OPPORTUNITY:char"
_CLIENT = "COMPANY_ID:crm_company CONTACT_ID:crm_contact CONTACT_IDS:crm_contact:m"

_TABLES = {
    "LEAD": f"""ID:integer:r TITLE {_PERSON} COMPANY_TITLE {_SOURCE} STATUS_ID:crm_status::STATUS
        STATUS_DESCRIPTION:text STATUS_SEMANTIC_ID::r {_ADDRESS} {_MONEY} OPENED:char COMMENTS:text
        {_HAS} {_PEOPLE} {_TIMES} {_MOVED} {_CLIENT} IS_RETURN_CUSTOMER:char:r
        DATE_CLOSED:datetime:r {_ORIGIN} {_UTM} {_ACTIVITY} {_MULTI}""",
    "DEAL": f"""ID:integer:r TITLE TYPE_ID:crm_status::DEAL_TYPE CATEGORY_ID:crm_category:i
        STAGE_ID:crm_status::DEAL_STAGE STAGE_SEMANTIC_ID::r IS_NEW:char:r IS_RECURRING:char
        IS_RETURN_CUSTOMER:char IS_REPEATED_APPROACH:char PROBABILITY:integer {_MONEY}
        TAX_VALUE:double {_CLIENT} QUOTE_ID:crm_quote:r BEGINDATE:date CLOSEDATE:date OPENED:char
        CLOSED:char COMMENTS:text {_PEOPLE} {_TIMES} {_MOVED} {_SOURCE} LEAD_ID:crm_lead:r
        ADDITIONAL_INFO:text LOCATION_ID {_ORIGIN} {_UTM} {_ACTIVITY}""",
    "CONTACT": f"""ID:integer:r {_PERSON} TYPE_ID:crm_status::CONTACT_TYPE {_SOURCE} {_ADDRESS}
        COMMENTS:text OPENED:char EXPORT:char {_HAS} {_PEOPLE} {_TIMES} COMPANY_ID:crm_company
        COMPANY_IDS:crm_company:m LEAD_ID:crm_lead:r {_ORIGIN} ORIGIN_VERSION {_UTM} {_ACTIVITY}
        {_MULTI}""",
    "COMPANY": f"""ID:integer:r TITLE COMPANY_TYPE:crm_status::COMPANY_TYPE {_ADDRESS}
        BANKING_DETAILS:text INDUSTRY:crm_status::INDUSTRY EMPLOYEES:crm_status::EMPLOYEES
        CURRENCY_ID:crm_currency REVENUE:double OPENED:char COMMENTS:text {_HAS}
        IS_MY_COMPANY:char {_PEOPLE} {_TIMES} CONTACT_ID:crm_contact:m LEAD_ID:crm_lead:r {_ORIGIN}
        ORIGIN_VERSION {_UTM} {_ACTIVITY} {_MULTI}""",
}


def _field(entry: str) -> Field:
    name, kind, marks, dictionary = (*entry.split(":"), "", "", "")[:4]
    return Field(name, kind or "string", "r" in marks, "i" in marks, "m" in marks, dictionary)


FIELDS: Mapping[str, Mapping[str, Field]] = {
    kind: {found.name: found for found in map(_field, table.split())}
    for kind, table in _TABLES.items()
}


def plain(kind: str) -> list[Field]:
    """Fields that are no multifields."""
    return [found for found in FIELDS[kind].values() if found.type != "crm_multifield"]
