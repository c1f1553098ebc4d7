package hearth.desktop.training;

import java.util.function.BooleanSupplier;

/// What is done as soon as a condition holds.
///
/// @param until what is waited for; completes "timed out waiting until"
record Step(String until, BooleanSupplier holds, Runnable act) {}
