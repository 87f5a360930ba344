"""A headset that is not there: iwer stands for it in Chromium, and its hands point and press."""

from __future__ import annotations

import math
from dataclasses import dataclass

from playwright.sync_api import expect

from tests.conftest import ROOT
from tests.support.browser import Visit
from tests.viewer.conftest import until

_IWER = ROOT / "tests" / "tools" / "node_modules" / "iwer" / "build" / "iwer.min.js"
_INSTALL = """
window.device = new IWER.XRDevice(IWER.metaQuest3, { stereoEnabled: true });
window.device.installRuntime({ forceInstall: true });
// iwer 2.5 takes the matrix where WebXR has a transform.
const { prototype } = XRReferenceSpace;
const shifted = prototype.getOffsetReferenceSpace;
prototype.getOffsetReferenceSpace = function (offset) {
    return shifted.call(this, offset.matrix);
};
"""

#: Where the head of an emulated headset is in its room, in metres.
HEAD = 1.6
#: Where the right hand is in its room: to the right, before the chest.
HAND = (0.15, 1.25, -0.25)

Spot = tuple[float, float, float]


@dataclass(frozen=True)
class Headset:
    """Its wearer. Places are in metres in the room, whose -z is ahead."""

    visit: Visit

    def frames(self, count: int = 2) -> None:
        """Let it draw some pictures."""
        self.visit.page.evaluate(
            """async (count) => {
                for (let n = 0; n < count; n++) await new Promise(requestAnimationFrame);
            }""",
            count,
        )

    def look(self, at: Spot, ahead: float = 0) -> None:
        """Hold the head at a place, turned clockwise by degrees."""
        self.visit.page.evaluate(
            """([[x, y, z], half]) => {
                device.position.set(x, y, z);
                device.quaternion.set(0, -Math.sin(half), 0, Math.cos(half));
            }""",
            [at, math.radians(ahead) / 2],
        )
        self.frames()

    def point(self, heading: float, pitch: float, at: Spot = HAND, roll: float = 0) -> None:
        """Point the right hand: degrees clockwise from ahead, up, and about the ray."""
        self.visit.page.evaluate(
            """([[x, y, z], yaw, pitch, roll]) => {
                const hand = device.primaryInputMode === 'hand'
                    ? device.hands.right : device.controllers.right;
                const [cy, sy] = [Math.cos(yaw / 2), Math.sin(yaw / 2)];
                const [cp, sp] = [Math.cos(pitch / 2), Math.sin(pitch / 2)];
                const [cr, sr] = [Math.cos(roll / 2), Math.sin(roll / 2)];
                hand.position.set(x, y, z);
                hand.quaternion.set(
                    cy * sp * cr + sy * cp * sr,
                    sy * cp * cr - cy * sp * sr,
                    cy * cp * sr - sy * sp * cr,
                    cy * cp * cr + sy * sp * sr,
                );
            }""",
            [at, math.radians(-heading), math.radians(pitch), math.radians(roll)],
        )
        self.frames()

    def point_at(self, target: Spot, at: Spot = HAND) -> None:
        dx, dy, dz = (there - here for there, here in zip(target, at, strict=True))
        heading = math.degrees(math.atan2(dx, -dz))
        self.point(heading, math.degrees(math.atan2(dy, math.hypot(dx, dz))), at)

    def press(self, value: float) -> None:
        """Press the right trigger, or pinch; 0 lets go."""
        self.visit.page.evaluate(
            """(value) => device.primaryInputMode === 'hand'
                ? device.hands.right.updatePinchValue(value)
                : device.controllers.right.updateButtonValue('trigger', value)""",
            value,
        )
        self.frames()

    def click(self) -> None:
        self.press(1)
        self.press(0)

    def stick(self, across: float, along: float) -> None:
        self.visit.page.evaluate(
            "(axes) => device.controllers.left.updateAxes('thumbstick', ...axes)", [across, along]
        )
        self.frames()

    def push(self, across: float, along: float) -> None:
        """Push the left stick and let it go."""
        self.stick(across, along)
        self.stick(0, 0)


def wear(visit: Visit) -> None:
    """Give the browser a headset, before a page is opened."""
    visit.page.add_init_script(_IWER.read_text() + _INSTALL)


def put_on(visit: Visit) -> Headset:
    """Enter the hall whose page is open."""
    button = visit.page.get_by_role("button", name="Enter VR")
    expect(button).to_be_visible()
    button.click()
    until(visit, "device.activeSession !== undefined && device.activeSession !== null")
    headset = Headset(visit)
    headset.frames(4)
    return headset
