"""Why the way to the portal or the sign-in is not in order. Knows only words.

Each reason: a title, what it means, why most likely, what now. `code` stands in the fixed font,
**strong** words stand out, {braces} are facts.
"""

from typing import NamedTuple, TypeAlias

from PySide6.QtCore import QObject

from app.domain.doctor import Reason


class ReasonWords(NamedTuple):
    """What a person reads of a reason; `likely` and `advice` can be empty."""

    title: str
    text: str
    likely: str = ""
    advice: str = ""


#: A reason, or a reason where one of its facts has a certain value.
Case: TypeAlias = Reason | tuple[Reason, str, str]


class PortalReasons(QObject):
    """Stateless; a QObject only so that its strings can be translated."""

    def table(self, n: int) -> dict[Case, ReasonWords]:
        """Every reason of this kind; `n` is the number that its words count with."""
        return self._any() | self._network() | self._answers() | self._moved() | self._keys(n)

    def _any(self) -> dict[Case, ReasonWords]:
        return {
            Reason.CONSEQUENCE: ReasonWords(
                self.tr("Not judged"),
                self.tr("What is wrong at “{cause}” decides this as well."),
                advice=self.tr("Mend that first, then run again."),
            ),
            Reason.CALL_REFUSED: ReasonWords(
                self.tr("Not judged: the portal refused the question"),
                self.tr("`{method}` was refused with `{code}`."),
            ),
            Reason.CALL_UNANSWERED: ReasonWords(
                self.tr("Not judged: no good answer"),
                self.tr("`{method}` got no answer that can be read (`{code}`)."),
                advice=self.tr("Run again. If it stays so, look at the call."),
            ),
            Reason.READ_ONLY: ReasonWords(
                self.tr("Not judged: this profile is read-only"),
                self.tr("This check has to write something, and no write leaves this profile."),
                advice=self.tr("Allow writing on the Portal page, then run again."),
            ),
            Reason.NEEDS_FEATURE: ReasonWords(
                self.tr("Not judged: the plan lacks a feature"),
                self.tr("The portal's plan does not have `{feature}`, which this check needs."),
            ),
            Reason.NO_RECORD: ReasonWords(
                self.tr("Not judged: done elsewhere"),
                self.tr(
                    "`{connector}` was set up by another installation, and the portal cannot "
                    "tell what that one wrote."
                ),
                advice=self.tr("Write it again from here, if you want to be sure."),
            ),
        }

    def _network(self) -> dict[Case, ReasonWords]:
        kind = (Reason.NETWORK_SETTINGS, "kind")
        return {
            Reason.NO_ANSWER: ReasonWords(
                self.tr("The portal does not answer"),
                self.tr("No answer came from `{host}` (`{code}`)."),
                self.tr("the network is down, or the portal's address is wrong."),
                self.tr("Check the network, then run again."),
            ),
            Reason.CERTIFICATE: ReasonWords(
                self.tr("The portal's certificate is not trusted"),
                self.tr("The certificate of `{host}` comes from an authority that is not known."),
                self.tr("the portal stands in a company network with an authority of its own."),
                self.tr("Name the file of that authority on the Portal page."),
            ),
            Reason.NETWORK_SETTINGS: ReasonWords(
                self.tr("The network settings of this profile are wrong"),
                self.tr("Nothing can be sent with the settings of this profile."),
                advice=self.tr("Mend them on the Portal page."),
            ),
            (*kind, "ca_missing"): ReasonWords(
                self.tr("The file of authorities is not there"),
                self.tr("This profile names a file of certificates that does not exist."),
                advice=self.tr("Choose the file again on the Portal page."),
            ),
            (*kind, "ca_unreadable"): ReasonWords(
                self.tr("The file of authorities cannot be read"),
                self.tr("It holds no certificate in PEM form, or it may not be read."),
                advice=self.tr("Choose another file on the Portal page."),
            ),
            (*kind, "proxy"): ReasonWords(
                self.tr("The proxy of this profile cannot be used"),
                self.tr("Its address is not one of a proxy, or nobody answers there."),
                advice=self.tr("Mend the address on the Portal page, or take it away."),
            ),
        }

    def _answers(self) -> dict[Case, ReasonWords]:
        return {
            Reason.NOT_A_PORTAL: ReasonWords(
                self.tr("What answers is not a portal"),
                self.tr("`{host}` answered with a page and not with REST (HTTP {status})."),
                self.tr("a proxy or a sign-in page of the network stands in between."),
                self.tr("Open the address in a browser and see who answers."),
            ),
            Reason.PORTAL_BROKEN: ReasonWords(
                self.tr("The portal is broken at the moment"),
                self.tr("`{host}` answered HTTP {status} (`{code}`): a mistake of the server."),
                self.tr("the portal is being updated or repaired."),
                self.tr("Wait a few minutes, then run again."),
            ),
            Reason.PORTAL_OVERLOADED: ReasonWords(
                self.tr("The portal asks to slow down"),
                self.tr("It answers `{code}`: there are too many calls at once."),
                self.tr("another program calls the same portal without pause."),
                self.tr("Wait a minute, then run again."),
            ),
        }

    def _moved(self) -> dict[Case, ReasonWords]:
        return {
            Reason.MOVED_UNPROVEN: ReasonWords(
                self.tr("The portal sends us to an unknown address"),
                self.tr(
                    "`{old}` redirects to `{new}`, and nobody vouched that this is the same "
                    "portal. **No token was sent there.**"
                ),
                self.tr("the portal was renamed, or somebody redirects it."),
                self.tr("Sign in again: only the portal itself can prove its new address."),
            ),
            Reason.RENAMED: ReasonWords(
                self.tr("The portal has a new address"),
                self.tr("It was `{old}` and answers at `{new}` now. The console follows."),
                advice=self.tr("Change the address in your own programs, too."),
            ),
        }

    def _keys(self, n: int) -> dict[Case, ReasonWords]:
        slow = (Reason.CLOCK_OFF, "slow")
        return {
            Reason.SIGNED_OUT: ReasonWords(
                self.tr("The sign-in has ended"),
                self.tr("The portal accepts neither the access token nor a new one (`{code}`)."),
                self.tr("the application was removed or its access was taken back."),
                self.tr("Sign in again."),
            ),
            Reason.REFRESH_DEAD: ReasonWords(
                self.tr("The refresh token no longer works"),
                self.tr("The authorisation server refuses it with `{code}`."),
                self.tr("another program has used it, or it was not used for 180 days."),
                self.tr("Sign in again."),
            ),
            Reason.REFRESH_OLD: ReasonWords(
                self.tr("Refresh token is %n days old of {of}", "", n),
                self.tr("It ends soon. Nothing is broken yet."),
                advice=self.tr("Sign in once more before it ends."),
            ),
            Reason.CLOCK_OFF: ReasonWords(
                self.tr("Clocks differ by {seconds} s"),
                self.tr("Times of tokens and messages are wrong by as much."),
                advice=self.tr("Set the clock that is wrong, then run again."),
            ),
            (*slow, "computer"): ReasonWords(
                self.tr("The clock of this computer is {seconds} s slow"),
                self.tr("Times of tokens and messages are wrong by as much."),
                advice=self.tr("Let this computer set its clock by itself, then run again."),
            ),
            (*slow, "portal"): ReasonWords(
                self.tr("The portal's clock is {seconds} s slow"),
                self.tr("Its times are wrong, or this computer's clock is fast by as much."),
                advice=self.tr("Compare both with a clock that you trust."),
            ),
        }
