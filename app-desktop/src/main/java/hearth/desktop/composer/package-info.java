/// Where one writes. A text is never lost: refused, too long or offline, it stays.
@NullMarked
package hearth.desktop.composer;

import org.jspecify.annotations.NullMarked;
