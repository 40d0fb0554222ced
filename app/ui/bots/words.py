"""The words of the Chatbots page: states, reasons, flaws. Knows no widget and no service."""

from PySide6.QtCore import QObject

from app.domain.bot import After, Reaction, Step, StepKind, Target, TargetKind, Why
from app.domain.bot_life import BotTalk, Mode, RunBot, TalkState


class BotWords(QObject):
    """Asked anew each time: follows the language."""

    def standing(self, bot: RunBot, *, runs: bool, locked: bool, troubled: bool) -> tuple[str, str]:
        """How a bot stands: a few words and the tone of their badge."""
        if bot.mode is Mode.HANDLER:
            return self.tr("answered elsewhere"), "neutral"
        if not bot.active:
            elsewhere = self.tr("silent here"), "warning"
            return elsewhere if troubled else (self.tr("paused"), "neutral")
        if troubled:
            return self.tr("cannot be heard"), "danger"
        if locked or not runs:
            return self.tr("rests"), "warning"
        if not bot.line:
            return self.tr("welcomes nobody"), "neutral"
        return self.tr("answers"), "success"

    def state(self, state: TalkState) -> str:
        """Who has a session."""
        return {
            TalkState.BOT: self.tr("with the bot"),
            TalkState.HANDED_OVER: self.tr("handed over"),
            TalkState.TAKEN: self.tr("taken by an operator"),
            TalkState.FINISHED: self.tr("finished"),
        }[state]

    def state_of(self, talk: BotTalk) -> str:
        """Who has a session, and the portal's code when the bot could not go on with it."""
        state = self.state(talk.state)
        return state if talk.problem is None else f"{state}: {talk.problem.code}"

    def load(self, dialogs: int) -> str:
        """How many dialogs a bot has, as a sentence."""
        return self.tr("It has %n dialog(s) now.", "", dialogs)

    def after(self, after: After) -> str:
        """What follows an answer."""
        return {
            After.STAY: self.tr("then wait for more"),
            After.HAND_OVER: self.tr("then hand over"),
            After.FINISH: self.tr("then finish"),
        }[after]

    def kind(self, kind: TargetKind) -> str:
        """To whom a dialog goes."""
        return {
            TargetKind.QUEUE: self.tr("Whoever is free in the line"),
            TargetKind.PERSON: self.tr("A person"),
            TargetKind.LINE: self.tr("Another line"),
        }[kind]

    def flaw(self, code: str) -> str:
        """What is wrong with a field."""
        return {
            "SAYS_NOTHING": self.tr("This bot would say nothing: write a greeting or an answer."),
            "TEXT_TOO_LONG": self.tr("This is longer than the portal takes."),
            "TARGET_MISSING": self.tr("Choose who gets the dialogs."),
            "WORDS_MISSING": self.tr("Write the words that bring this answer."),
            "WORD_TWICE": self.tr("Another answer has one of these words; the first one wins."),
            "ANSWER_MISSING": self.tr("Write the answer, or choose what follows."),
            "NAME_EMPTY": self.tr("A bot needs a name: customers see it."),
            "CODE_EMPTY": self.tr("A bot needs a code: the portal knows it by that."),
            "CODE_LETTERS": self.tr("Latin letters, digits, dot, dash and underscore only."),
            "HANDLER_EMPTY": self.tr("An https address that the portal can reach."),
        }[code]

    def why(self, reaction: Reaction) -> str:
        """Which rule decided."""
        word = reaction.word
        return {
            Why.GREETED: self.tr("the greeting"),
            Why.KEYWORD: self.tr("the keyword “{word}”").format(word=word),
            Why.ASKED: self.tr("asked for a person: “{word}”").format(word=word),
            Why.GAVE_UP: self.tr("not understood too often"),
            Why.FINISHED: self.tr("a word that ends it: “{word}”").format(word=word),
            Why.FALLBACK: self.tr("no rule fits"),
            Why.WELCOMED: self.tr("no rule fits: the greeting answers the first words"),
            Why.SILENT: self.tr("no rule fits, and nothing is said"),
        }[reaction.why]

    def step(self, step: Step, target: Target) -> str:
        """What a bot does, where it is not words."""
        if step.kind is StepKind.FINISH:
            return self.tr("The bot closes the dialog.")
        if target.kind is TargetKind.QUEUE:
            return self.tr("The dialog goes to whoever is free in the line.")
        return self.tr("The dialog goes to {name}.").format(name=target.name or f"#{target.id}")
