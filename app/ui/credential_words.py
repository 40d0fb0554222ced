"""The words for what somebody brought along to sign in with. Knows only words."""

from typing import TypeAlias

from PySide6.QtCore import QObject

from app.domain.credentials import Doubt, Form

Words: TypeAlias = tuple[str, str, str]


class CredentialErrors(QObject):
    """What a pasted text is instead, and why tokens cannot be used."""

    def table(self) -> dict[str, Words]:
        """Every code in upper case with its words."""
        return {**self._pasted(), **self._tokens()}

    def _pasted(self) -> dict[str, Words]:
        what = self.tr(
            "Paste the portal's request to your installer, an event with its auth block, the JSON "
            "with the tokens, or the keys from the application's card."
        )
        not_kept = self.tr("The webhook is a secret: it was not kept.")
        return {
            "CREDENTIALS_EMPTY": (self.tr("There is no text to paste"), "", what),
            "CREDENTIALS_TOO_LONG": (self.tr("This text is too long to hold only keys"), "", what),
            "CREDENTIALS_NOTHING": (self.tr("No keys or tokens were found in this text"), "", what),
            "CREDENTIALS_WEBHOOK": (
                self.tr("This is an inbound webhook: it cannot sign in an application"),
                self.tr("Connector methods refuse webhooks with WRONG_AUTH_TYPE."),
                f"{not_kept} {what}",
            ),
            "CREDENTIALS_REDIRECT": (
                self.tr("This is the address that a browser ended on"),
                self.tr("Its code lives 30 seconds and belongs to the sign-in that asked for it."),
                self.tr("Open the browser from here and paste the address in the next step."),
            ),
            "CREDENTIALS_OTHER_PORTAL": (
                self.tr("These are for another portal than the one you named"),
                self.tr("They were not used."),
                self.tr("Go back and enter the address of the portal that they name."),
            ),
            "CREDENTIALS_UNINSTALL": (
                self.tr("This event says that the application was removed"),
                self.tr("It brings no tokens: those of before are no longer good."),
                self.tr("Install the application again, then sign in."),
            ),
            "CREDENTIALS_APPLICATION_TOKEN": (
                self.tr("An application token is no access token"),
                self.tr("It only proves that a request came from the portal. It was not kept."),
                what,
            ),
            "CREDENTIALS_APP_SID": (
                self.tr("APP_SID names a page that was opened; it is no token"),
                self.tr("The tokens of such a page come in the request's body, as AUTH_ID."),
                what,
            ),
        }

    def _tokens(self) -> dict[str, Words]:
        return {
            "TOKENS_UNPROVED": (
                self.tr("These tokens do not say which portal they are for"),
                self.tr("Without client secret and refresh token nobody can prove it."),
                self.tr("Add the client secret, or paste the whole text with its member_id."),
            ),
            "NO_REFRESH_TOKEN": (
                self.tr("The access token has run out and cannot be renewed"),
                self.tr("It was brought along without a refresh token or a client secret."),
                self.tr("Sign in through the browser."),
            ),
            "AMBIGUOUS_PROFILE": (
                self.tr("Several portals fit this name"),
                self.tr("Name one of them by its member id and client id, joined by a dot."),
                "",
            ),
        }

    def form(self, form: Form) -> str:
        """What a text was recognised as."""
        return {
            Form.INSTALL: self.tr("the request of an installation"),
            Form.FRAME: self.tr("the request that opens an application's page"),
            Form.EVENT: self.tr("an event with its auth block"),
            Form.TOKENS: self.tr("a pair of tokens"),
            Form.KEYS: self.tr("the keys of an application"),
        }[form]

    def doubt(self, doubt: Doubt) -> str:
        """One sentence on what to know before they are used."""
        return {
            Doubt.EXPIRED: self.tr("The access token has run out: only renewing it helps."),
            Doubt.NO_REFRESH: self.tr("There is no refresh token: the sign-in lasts an hour."),
            Doubt.NO_SECRET: self.tr("Without the client secret the pair cannot be renewed."),
            Doubt.SHARED: self.tr(
                "Renewing takes the pair away from the program that used it before."
            ),
            Doubt.APPLICATION_TOKEN: self.tr(
                "application_token is no access token: it is left out."
            ),
            Doubt.APP_SID: self.tr("APP_SID is no token: it is left out."),
            Doubt.DOMAIN_IS_SERVER: self.tr(
                "domain names the authorisation server here, not the portal."
            ),
            Doubt.WEBHOOK: self.tr("A webhook stood beside: it is left out and not kept."),
            Doubt.NO_PORTAL: self.tr("It does not say which portal it is for."),
            Doubt.NO_MEMBER: self.tr("It does not name the portal's member_id."),
        }[doubt]
