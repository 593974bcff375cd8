"""A very small screen reader: what it sees of the program on a real accessibility bus, as JSON.

Run by a Python that has GLib (``gi``), inside ``dbus-run-session``, with a display. It starts the
bus for accessibility, then the program, presses what it is told to, and writes the screens it saw,
each a list of things with role, name and states, and what was announced.

Arguments: what is to be pressed, by name, with commas between; then the command of the program.
"""

import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from gi.repository import Gio, GLib

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
PATIENCE = 40.0
CALL_MS = 5000
STATES = {"checked": 4, "focusable": 11, "focused": 12, "showing": 25, "checkable": 41}
"""Bits of the states that are looked at."""

Node = tuple[str, str]
Seen = dict[str, Any]


class Reader:
    """Talks to the bus."""

    def __init__(self, bus: Gio.DBusConnection) -> None:
        self.bus = bus
        self.announced: list[str] = []
        bus.signal_subscribe(
            None, "org.a11y.atspi.Event.Object", "Announcement", None, None,
            Gio.DBusSignalFlags.NONE, self._hear,
        )  # fmt: skip
        registry = ("org.a11y.atspi.Registry", "/org/a11y/atspi/registry")
        what = GLib.Variant("(s)", ("object:announcement",))
        self.call(registry, "org.a11y.atspi.Registry", "RegisterEvent", what)

    def call(self, node: Node, interface: str, method: str, arguments: Any = None) -> Any:
        """Call a method of a thing."""
        flags = Gio.DBusCallFlags.NONE
        return self.bus.call_sync(
            node[0], node[1], interface, method, arguments, None, flags, CALL_MS, None
        ).unpack()

    def of(self, node: Node, method: str) -> Any:
        """What a thing says of itself."""
        return self.call(node, "org.a11y.atspi.Accessible", method)[0]

    def name(self, node: Node) -> str:
        """What a thing is called."""
        which = GLib.Variant("(ss)", ("org.a11y.atspi.Accessible", "Name"))
        return str(self.call(node, "org.freedesktop.DBus.Properties", "Get", which)[0])

    def programs(self) -> list[Node]:
        """The programs on the bus that have a window."""
        root = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        return [node for node in self.of(root, "GetChildren") if self.of(node, "GetChildren")]

    def walk(self, node: Node) -> Iterator[tuple[Node, Seen]]:
        """A thing and everything in it that is on screen."""
        low, high = self.of(node, "GetState")
        bits = low | high << 32
        states = [name for name, bit in STATES.items() if bits >> bit & 1]
        yield (
            node,
            {"role": self.of(node, "GetRoleName"), "name": self.name(node), "states": states},
        )
        for child in self.of(node, "GetChildren"):
            yield from self.walk(tuple(child))

    def screen(self) -> list[tuple[Node, Seen]]:
        """Everything that is on screen now."""
        (program, *_) = self.programs()
        found = [each for top in self.of(program, "GetChildren") for each in self.walk(tuple(top))]
        return [each for each in found if "showing" in each[1]["states"]]

    def press(self, name: str) -> bool:
        """Press what is called so, as a screen reader does."""
        for node, seen in self.screen():
            if seen["name"].startswith(name) and "focusable" in seen["states"]:
                with contextlib.suppress(GLib.Error):  # what is pressed may be gone by then
                    which = GLib.Variant("(i)", (0,))
                    self.call(node, "org.a11y.atspi.Action", "DoAction", which)
                return True
        return False

    def _hear(self, *event: Any) -> None:
        self.announced.append(str(event[-1].unpack()[3]))


def still(reader: Reader, before: list[tuple[Node, Seen]]) -> list[tuple[Node, Seen]]:
    """The screen, once it is another one than before and nothing on it changes any more."""
    now = reader.screen()
    time.sleep(0.3)
    same = [seen for _, seen in before] == [seen for _, seen in now]
    return now if not same and now == reader.screen() else []


def wait(until: Callable[[], Any]) -> Any:
    """Wait until there is something, and hear what is said meanwhile."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            if found := until():
                return found
        except (GLib.Error, ValueError):
            pass  # not there yet
        time.sleep(0.05)
    raise TimeoutError(until)


def accessibility_bus() -> Gio.DBusConnection:
    """The bus for accessibility, told that somebody listens."""
    session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    there = ("org.a11y.Bus", "/org/a11y/bus")

    def call(interface: str, method: str, arguments: Any = None) -> Any:
        return session.call_sync(
            *there, interface, method, arguments, None, Gio.DBusCallFlags.NONE, CALL_MS, None
        ).unpack()

    address = wait(lambda: call("org.a11y.Bus", "GetAddress")[0])
    on = GLib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled", GLib.Variant("b", True)))
    call("org.freedesktop.DBus.Properties", "Set", on)
    flags = (
        Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
        | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    )
    return Gio.DBusConnection.new_for_address_sync(address, flags, None, None)


def main() -> None:
    """Look at each screen on the way, and say what was seen."""
    presses, command = sys.argv[1].split(","), sys.argv[2:]
    launcher = next(each for each in LAUNCHERS if Path(each).exists())
    started = [subprocess.Popen([launcher, "--launch-immediately"])]
    try:
        reader = Reader(accessibility_bus())
        environment = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        started.append(subprocess.Popen(command, env=environment))
        wait(reader.programs)
        screens = {}
        for name in presses:
            heard = len(reader.announced)
            before = wait(reader.screen)
            wait(lambda name=name: reader.press(name))
            wait(lambda heard=heard: len(reader.announced) > heard)
            now = wait(lambda before=before: still(reader, before))
            screens[name] = [seen for _, seen in now]
        sys.stdout.write(json.dumps({"screens": screens, "announced": reader.announced}))
    finally:
        for each in reversed(started):
            each.terminate()
            each.wait(10)


if __name__ == "__main__":
    main()
