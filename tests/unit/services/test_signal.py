"""Listeners of the services."""

import logging
import weakref

from app.services.signal import Signal


def test_every_listener_hears_every_value_in_the_order_of_connecting():
    heard = []
    signal: Signal[int] = Signal()
    signal.connect(lambda value: heard.append(("first", value)))
    signal.connect(lambda value: heard.append(("second", value)))

    signal.emit(7)

    assert heard == [("first", 7), ("second", 7)]


def test_a_listener_that_fails_is_logged_and_the_rest_still_hear(caplog):
    heard = []
    signal: Signal[int] = Signal()
    signal.connect(lambda value: 1 // value)
    signal.connect(heard.append)

    with caplog.at_level(logging.ERROR):
        signal.emit(0)

    assert heard == [0]
    assert "A listener failed" in caplog.text


def test_a_disconnected_listener_hears_nothing_and_may_disconnect_twice():
    heard = []
    signal: Signal[str] = Signal()
    stop = signal.connect(heard.append)

    stop("ignored, as Qt's destroyed passes its object")
    stop()
    signal.emit("late")

    assert heard == []


def test_a_listener_may_disconnect_itself_while_it_is_told():
    heard = []
    signal: Signal[str] = Signal()

    def once(value: str) -> None:
        heard.append(value)
        stop()

    stop = signal.connect(once)
    signal.connect(heard.append)
    signal.emit("a")
    signal.emit("b")

    assert heard == ["a", "a", "b"]


def test_whoever_may_still_disconnect_does_not_keep_the_signal():
    signal: Signal[str] = Signal()
    stop, kept = signal.connect(print), weakref.ref(signal)

    del signal

    assert kept() is None
    stop()
