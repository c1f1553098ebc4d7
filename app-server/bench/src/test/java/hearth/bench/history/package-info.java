/// Histories of what clients asked, were answered and heard, and the checks that judge them, after
/// the example of Jepsen. Nothing here connects to anything: a history is a value, so every kind of
/// broken promise can be written down and must be found.
@NullMarked
package hearth.bench.history;

import org.jspecify.annotations.NullMarked;
