package hearth.desktop.timeline;

import hearth.desktop.fx.Question;
import hearth.protocol.Action;
import hearth.protocol.UserId;
import java.time.Instant;
import java.util.List;

/// What a chat needs from the window around it. Called on the FX thread.
public interface ChatDialogs extends Question.Asker {
  /// Opens a link: a server's address in this window, anything else in the browser.
  ///
  /// @param target `http`, `https` or `hearth`
  void open(String target);

  /// Asks for the day to go to in the chat in view.
  ///
  /// @param near a moment near it
  void chooseDay(Instant near);

  /// Shows who somebody is.
  void card(UserId person);

  /// Asks for the chat in which messages are to be repeated.
  void forward(List<Action.Post> messages);
}
