/// Emoji: where they are in a text, their pictures, their names.
///
/// Invariants: all is read from the build's own resources and never changes; a picture is decoded
/// when it is asked for, and kept by who asked.
package hearth.emoji;
