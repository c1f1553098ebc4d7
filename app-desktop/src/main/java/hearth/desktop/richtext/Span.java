package hearth.desktop.richtext;

/// A stretch of a text that does not look plain.
///
/// @param start its first index
/// @param end the index behind it
public record Span(int start, int end, Look look) {}
