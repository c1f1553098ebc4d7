package hearth.desktop.timeline;

import hearth.client.model.TimelineRow;

/// A row with what stands above it.
///
/// @param day the day that begins with it; empty where it is the same as the row before
/// @param firstUnread whether the "New messages" divider stands above it
/// @param groupStart whether it begins a group of one author's messages
public record TimelineItem(TimelineRow row, String day, boolean firstUnread, boolean groupStart) {}
