package hearth.desktop.richtext;

/// A stretch of a text that is never cut.
///
/// @param start its first index
/// @param end the index behind it
/// @param picture whether a picture is drawn in its place
record Atom(int start, int end, boolean picture) {}
