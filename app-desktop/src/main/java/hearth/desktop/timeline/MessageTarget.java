package hearth.desktop.timeline;

import hearth.client.model.TimelineRow;

/// The message that a command is for. The frame may show another one later.
record MessageTarget(TimelineRow row, RowFrame frame) {}
