/// A profile: the folder of everything one person's app keeps on this machine, its lock, its
/// settings, and how a second start of it reaches the first. Needs no display.
@NullMarked
package hearth.desktop.profile;

import org.jspecify.annotations.NullMarked;
