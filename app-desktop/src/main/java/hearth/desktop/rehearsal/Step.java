package hearth.desktop.rehearsal;

import java.util.function.BooleanSupplier;

/// What is done as soon as something holds.
///
/// @param until what is waited for, to be read after "waited in vain until"
record Step(String until, BooleanSupplier holds, Runnable act) {}
