"""The emulated REST methods, one file for each scope of the vendor.

Importing this package fills the registry.
"""

from app.sandbox import batch
from app.sandbox.methods import (
    base,
    crm,
    crm_item,
    event,
    event_offline,
    im_chat,
    im_dialog,
    im_message,
    im_recent,
    im_user,
    imconnector,
    imconnector_messages,
    imopenlines,
    user,
)

__all__ = [
    "base",
    "batch",
    "crm",
    "crm_item",
    "event",
    "event_offline",
    "im_chat",
    "im_dialog",
    "im_message",
    "im_recent",
    "im_user",
    "imconnector",
    "imconnector_messages",
    "imopenlines",
    "user",
]
