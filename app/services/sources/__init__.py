"""From where events come when the queue is not ours to read, and which source is the best.

chats (which known chats are due) · history (reads them back) · im_events (the user's own events) ·
choosing (what the capabilities allow, what broke) · gaps (times of which something may be missing)
"""
