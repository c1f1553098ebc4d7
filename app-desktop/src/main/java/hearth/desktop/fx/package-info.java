/// What every part of the window stands on, and the only place that knows `Platform`.
///
/// Invariant: nothing but [hearth.desktop.fx.FxMailbox] hands work to the FX thread.
@NullMarked
package hearth.desktop.fx;

import org.jspecify.annotations.NullMarked;
