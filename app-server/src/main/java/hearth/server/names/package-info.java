/// When two names are taken for the same.
///
/// Invariant: nothing here renames or refuses what is stored. A name that is there keeps its
/// person, whatever the rules of today say of it.
@NullMarked
package hearth.server.names;

import org.jspecify.annotations.NullMarked;
