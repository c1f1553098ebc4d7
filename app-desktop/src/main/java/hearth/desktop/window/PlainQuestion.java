package hearth.desktop.window;

import hearth.client.link.Address;
import hearth.desktop.fx.Overlay;
import hearth.desktop.fx.Question;
import hearth.desktop.text.Messages;
import hearth.desktop.welcome.WelcomeViewModel;

/// Asks before a server is joined without encryption. Confined to the FX thread.
final class PlainQuestion implements WelcomeViewModel.Consent {
  private final Overlay overlay;

  PlainQuestion(Overlay overlay) {
    this.overlay = overlay;
  }

  @Override
  public void ask(Address address, Runnable yes) {
    if (overlay.isOpen()) {
      return; // it is being asked already
    }
    QuestionView.open(
        overlay,
        new Question(
            Messages.get("plain-question.title"),
            Messages.get("plain-question.body", address.host() + ":" + address.port()),
            Messages.get("plain-question.yes"),
            Messages.get("plain-question.no"),
            true),
        yes);
  }
}
