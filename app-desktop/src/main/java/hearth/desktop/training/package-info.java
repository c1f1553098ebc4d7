/// Runs the app without a person: the build records such a run for the AOT cache, so that the app
/// starts faster, and the smoke test checks an installed app with it. It uses the real window, and
/// no other package of the window depends on this one.
@NullMarked
package hearth.desktop.training;

import org.jspecify.annotations.NullMarked;
