package hearth.desktop.richtext;

/// Paragraphs of a text that do not stand plainly below each other.
///
/// @param start its first index
/// @param end the index behind it, where the break to the next paragraph or the text's end is
/// @param quotes within how many quotes it is
/// @param steps by how many steps of a list it is moved in
/// @param hang how many characters at its start stand out: the mark of a list's item
/// @param code whether it is a block of code
public record Section(int start, int end, int quotes, int steps, int hang, boolean code) {
  static final Section PLAIN = new Section(0, 0, 0, 0, 0, false);
}
