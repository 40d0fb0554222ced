"""From where events come, which source is the best, and what each lets slip.

chats (which known chats are due) · history (reads them back) · im_events (the user's own events) ·
subscribing (which queue, and that it is filled) · choosing (what may be read, what broke) · gaps
(times of which something may be missing) · reading (one source after the other, as one)
"""
