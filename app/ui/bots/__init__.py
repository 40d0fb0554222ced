"""The Chatbots page: bots that answer in open lines, their rules, and the dialogs they have."""
