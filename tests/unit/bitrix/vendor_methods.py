"""The methods of the vendor's documentation, spelled as there: which only look, which change."""


def _names(text: str) -> list[str]:
    return text.split()


CATALOGUE_READS = _names("""
    app.info app.option.get crm.company.get crm.company.list crm.contact.get crm.contact.list
    crm.deal.fields crm.deal.get crm.deal.list crm.item.get crm.item.list crm.lead.fields
    crm.lead.get crm.lead.list crm.status.list event.get event.offline.list events feature.get
    im.chat.get im.chat.user.list im.counters.get im.dialog.get im.dialog.messages.get
    im.dialog.messages.search im.dialog.users.list im.disk.folder.get im.recent.get
    im.recent.list im.revision.get im.search.user.list im.user.get im.user.list.get
    im.v2.Event.get im.v2.File.download imbot.bot.list imbot.chat.get imbot.chat.user.list
    imbot.dialog.get imbot.v2.Bot.list imbot.v2.Event.get imconnector.list imconnector.status
    imopenlines.config.get imopenlines.config.list.get imopenlines.config.path.get
    imopenlines.crm.chat.get imopenlines.crm.chat.getLastId imopenlines.dialog.get
    imopenlines.dialog.multi.get imopenlines.operator.pause.get
    imopenlines.operator.pause.getAll imopenlines.operator.pause.getHistory
    imopenlines.revision.get imopenlines.session.history.get imopenlines.session.open method.get
    methods placement.get placement.list profile scope server.time user.access user.admin
    user.current user.get user.option.get user.search
""")

CATALOGUE_WRITES = _names("""
    app.option.set batch crm.company.add crm.company.update crm.contact.add crm.contact.update
    crm.deal.add crm.deal.delete crm.deal.update crm.item.add crm.item.delete crm.item.update
    crm.lead.add crm.lead.delete crm.lead.update disk.folder.uploadfile event.bind
    event.offline.clear event.offline.error event.offline.get event.test event.unbind
    im.chat.add im.chat.leave im.chat.mute im.chat.setManager im.chat.setOwner
    im.chat.updateAvatar im.chat.updateColor im.chat.updateTitle im.chat.user.add
    im.chat.user.delete im.dialog.read im.dialog.read.all im.dialog.unread im.dialog.writing
    im.disk.file.commit im.disk.file.delete im.disk.file.save im.message.add im.message.command
    im.message.delete im.message.like im.message.share im.message.update im.recent.hide
    im.recent.pin im.recent.unread im.v2.Event.subscribe im.v2.Event.unsubscribe
    im.v2.File.upload imbot.chat.add imbot.chat.leave imbot.chat.sendTyping
    imbot.chat.setManager imbot.chat.setOwner imbot.chat.updateAvatar imbot.chat.updateColor
    imbot.chat.updateTitle imbot.chat.user.add imbot.chat.user.delete imbot.command.answer
    imbot.command.register imbot.command.unregister imbot.command.update imbot.message.add
    imbot.message.delete imbot.message.like imbot.message.update imbot.register imbot.unregister
    imbot.update imbot.v2.Bot.register imbot.v2.Bot.unregister imbot.v2.Chat.InputAction.notify
    imbot.v2.Chat.Message.send imbot.v2.Command.register imconnector.activate
    imconnector.chat.name.set imconnector.connector.data.set imconnector.deactivate
    imconnector.delete.messages imconnector.register imconnector.send.messages
    imconnector.send.status.delivery imconnector.send.status.reading imconnector.set.error
    imconnector.unregister imconnector.update.messages imopenlines.bot.session.dialog.new
    imopenlines.bot.session.finish imopenlines.bot.session.message.send
    imopenlines.bot.session.operator imopenlines.bot.session.transfer imopenlines.config.add
    imopenlines.config.delete imopenlines.config.update imopenlines.crm.chat.user.add
    imopenlines.crm.chat.user.delete imopenlines.crm.lead.create imopenlines.crm.message.add
    imopenlines.dialog.form.send imopenlines.message.quick.save
    imopenlines.message.session.start imopenlines.network.join imopenlines.network.message.add
    imopenlines.operator.another.finish imopenlines.operator.answer imopenlines.operator.finish
    imopenlines.operator.pause.start imopenlines.operator.pause.stop imopenlines.operator.skip
    imopenlines.operator.spam imopenlines.operator.transfer imopenlines.session.head.vote
    imopenlines.session.intercept imopenlines.session.join imopenlines.session.mode.pin
    imopenlines.session.mode.pinAll imopenlines.session.mode.silent
    imopenlines.session.mode.unpin imopenlines.session.mode.unpinAll imopenlines.session.start
    placement.bind placement.unbind user.option.set
""")
