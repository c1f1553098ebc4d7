/// The first screen: host or join.
@NullMarked
package hearth.desktop.welcome;

import org.jspecify.annotations.NullMarked;
