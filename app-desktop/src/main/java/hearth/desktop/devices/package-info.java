/// The dialogs about the devices of one person.
@NullMarked
package hearth.desktop.devices;

import org.jspecify.annotations.NullMarked;
