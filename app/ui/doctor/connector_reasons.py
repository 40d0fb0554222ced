"""Why the application or the connector itself is not in order. Knows only words.

See `portal_reasons` for how they are written.
"""

from PySide6.QtCore import QObject

from app.domain.doctor import Reason
from app.ui.doctor.portal_reasons import Case, ReasonWords


class ConnectorReasons(QObject):
    """Stateless; a QObject only so that its strings can be translated."""

    def table(self) -> dict[Case, ReasonWords]:
        """Every reason of this kind."""
        return self._plan() | self._rights() | self._owner() | self._looks()

    def _plan(self) -> dict[Case, ReasonWords]:
        return {
            Reason.NOT_INSTALLED: ReasonWords(
                self.tr("The installation is not finished"),
                self.tr(
                    "The portal keeps the application as not installed. It then sends **no "
                    "events**, and placements and connectors are not shown."
                ),
                self.tr("its installer page never called `BX24.installFinish`."),
                self.tr(
                    "Open the application once in the portal and let it finish. A local "
                    "application without an installer page needs the setting “Script only”."
                ),
            ),
            Reason.NO_REST_ON_PLAN: ReasonWords(
                self.tr("The plan does not allow applications"),
                self.tr("The portal answers `{code}`: REST is not part of its plan."),
                self.tr("the trial has ended, or the plan was changed."),
                self.tr("Only the portal's owner can change the plan."),
            ),
            Reason.PAYMENT_ENDED: ReasonWords(
                self.tr("The application is no longer paid for"),
                self.tr("The portal answers `{code}` to every call."),
                advice=self.tr("Renew the application in the portal's market."),
            ),
            Reason.METHOD_BLOCKED: ReasonWords(
                self.tr("A method has used up its time"),
                self.tr(
                    "`{method}` worked longer than the 480 s that the portal allows in ten "
                    "minutes. It is blocked until {until}."
                ),
                self.tr("a program of this application calls it in a loop."),
                self.tr("Find that program, wait until then, run again."),
            ),
        }

    def _rights(self) -> dict[Case, ReasonWords]:
        return {
            Reason.SCOPE_MISSING: ReasonWords(
                self.tr("Permissions are missing"),
                self.tr("The application lacks `{missing}`."),
                self.tr("they were left out when the application was created."),
                self.tr("Add them in the application's settings, then sign in again."),
            ),
            Reason.EVENTS_NOT_OFFERED: ReasonWords(
                self.tr("The portal does not offer the events"),
                self.tr("`{missing}` cannot be bound here."),
                self.tr("the permission `imopenlines` is missing, or the module is too old."),
                self.tr("Check the permissions first, then the version of the portal."),
            ),
            Reason.NOT_ADMIN: ReasonWords(
                self.tr("The signed-in user is no administrator"),
                self.tr(
                    "{user} may not bind events or manage connectors. Calls fail with "
                    "`ACCESS_DENIED`."
                ),
                advice=self.tr("Sign in as an administrator of the portal."),
            ),
            Reason.NO_CONFIRM: ReasonWords(
                self.tr("The queue can only be read by emptying it"),
                self.tr(
                    "The portal does not hold events until they are confirmed. What is read "
                    "while the program stops **is lost**."
                ),
                self.tr("the plan lacks offline events with confirmation."),
                self.tr("Let only one program read the queue."),
            ),
        }

    def _owner(self) -> dict[Case, ReasonWords]:
        proof = (Reason.OTHER_OWNER, "proof")
        return {
            Reason.NOT_REGISTERED: ReasonWords(
                self.tr("The connector is not registered"),
                self.tr("The portal's list does not have `{connector}`."),
                self.tr("it was taken out, or never registered. The list can be an hour old."),
                self.tr("Register it again; chats and lines stay."),
            ),
            Reason.BUILT_IN: ReasonWords(
                self.tr("This is a channel of the portal itself"),
                self.tr("`{connector}` belongs to the portal: no application can serve it."),
                advice=self.tr("Examine a connector that you registered."),
            ),
            Reason.OTHER_OWNER: ReasonWords(
                self.tr("Another application owns the connector"),
                self.tr("`{connector}` is registered, but not by this application."),
                self.tr("two applications use the same id; the last one to register has it."),
                self.tr("Take it over by registering it from here, or use an id of your own."),
            ),
            (*proof, "name"): ReasonWords(
                self.tr("Another application owns the connector"),
                self.tr(
                    "The portal shows `{connector}` as “{listed}”, but this console registered "
                    "it as “{ours}”."
                ),
                self.tr("another application has registered the same id since."),
                self.tr("Take it over by registering it from here, or use an id of your own."),
            ),
            (*proof, "no_page"): ReasonWords(
                self.tr("Another application owns the connector"),
                self.tr(
                    "`{connector}` is in the portal's list, but this application has no "
                    "settings page there."
                ),
                self.tr("another application has registered this id."),
                self.tr("Take it over by registering it from here, or use an id of your own."),
            ),
        }

    def _looks(self) -> dict[Case, ReasonWords]:
        return {
            Reason.HANDLER_UNSOUND: ReasonWords(
                self.tr("The address of the settings page is wrong"),
                self.tr("`{handler}` cannot be opened by the portal (`{code}`)."),
                advice=self.tr("Register again with an address that begins with https."),
            ),
            Reason.LOOKS_UNSOUND: ReasonWords(
                self.tr("Icon or name are not sound"),
                self.tr("`{fields}` would not be shown as meant (`{code}`)."),
                advice=self.tr("Mend it on the Registration tab."),
            ),
        }
