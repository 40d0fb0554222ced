"""The emulated REST methods, one file for each scope of the vendor.

Importing this package fills the registry.
"""

from app.sandbox import batch
from app.sandbox.methods import (
    base,
    crm,
    crm_item,
    disk,
    event,
    event_offline,
    im_chat,
    im_dialog,
    im_disk,
    im_message,
    im_recent,
    im_search,
    im_user,
    im_v2,
    imconnector,
    imconnector_messages,
    imopenlines,
    imopenlines_crm,
    imopenlines_crm,
    user,
)

__all__ = [
    "base",
    "batch",
    "crm",
    "crm_item",
    "disk",
    "event",
    "event_offline",
    "im_chat",
    "im_dialog",
    "im_disk",
    "im_message",
    "im_recent",
    "im_search",
    "im_user",
    "im_v2",
    "imconnector",
    "imconnector_messages",
    "imopenlines",
    "imopenlines_crm",
    "imopenlines_crm",
    "user",
]
