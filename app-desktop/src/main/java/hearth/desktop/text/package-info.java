/// All words that a person reads in the window: names and descriptions, errors, log entries, times.
///
/// Invariant: no other package holds a sentence; they are in `i18n/messages*.properties`, one
/// bundle per language, and only [hearth.desktop.text.Messages] reads them.
@NullMarked
package hearth.desktop.text;

import org.jspecify.annotations.NullMarked;
