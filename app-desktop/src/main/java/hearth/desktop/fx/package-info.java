/// Building blocks of all views, and the only package that knows `Platform`.
///
/// Invariant: only [hearth.desktop.fx.FxMailbox] passes work to the FX thread.
@NullMarked
package hearth.desktop.fx;

import org.jspecify.annotations.NullMarked;
