/// Where one writes. A text is never lost: refused, too long, too soon or offline, it stays.
@NullMarked
package hearth.desktop.composer;

import org.jspecify.annotations.NullMarked;
