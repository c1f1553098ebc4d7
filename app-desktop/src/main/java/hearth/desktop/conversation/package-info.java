/// The middle of the window: header, timeline, who types, composer.
@NullMarked
package hearth.desktop.conversation;

import org.jspecify.annotations.NullMarked;
