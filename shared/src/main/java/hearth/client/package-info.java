/// Everything a front end needs to be a client: the window, a terminal, bots and load tests stand
/// on it. Knows neither JavaFX nor SQL.
@NullMarked
package hearth.client;

import org.jspecify.annotations.NullMarked;
