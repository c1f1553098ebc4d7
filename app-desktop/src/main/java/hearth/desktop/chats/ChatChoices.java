package hearth.desktop.chats;

import hearth.client.model.ChatItem;
import hearth.desktop.chats.ChoiceViewModel.Choice;
import hearth.desktop.fx.TextQuestion;
import hearth.desktop.fx.Tone;
import hearth.desktop.session.Blocking;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.ErrorText;
import hearth.desktop.text.Messages;
import hearth.protocol.Action;
import hearth.protocol.Channel;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.FaultException;
import hearth.protocol.Permission;
import hearth.protocol.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// The choices that are made among chats. Confined to the FX thread.
public final class ChatChoices {
  private final ServerViewModel server;
  private final DisplayText display;
  private final Blocking blocking;

  public ChatChoices(ServerViewModel server, DisplayText display, Blocking blocking) {
    this.server = server;
    this.display = display;
    this.blocking = blocking;
  }

  /// Where messages are to be repeated: the chats that this person may write in, the latest first.
  ///
  /// @param done called when they are on their way, and their chat in view
  public ChoiceViewModel forwarding(List<Action.Post> messages, Runnable done) {
    var model =
        new ChoiceViewModel(
            new ChoiceViewModel.Texts(
                Messages.get("forward.title"),
                Messages.get("chats.filter"),
                Messages.get("forward.nothing")));
    model.show(
        server.chats().stream()
            .filter(item -> item.chat().allows(item.own().as(), Permission.POST))
            .filter(item -> blocking.of(item.chat()).isEmpty())
            .filter(item -> !(display.isMasked(item) && messages.stream().anyMatch(this::isOwn)))
            .sorted(Comparator.comparing((ChatItem item) -> item.newest().at()).reversed())
            .map(item -> forwardTo(item, messages, done))
            .toList());
    return model;
  }

  /// Own words under an alias, with the own name beside them, would end the mask.
  private boolean isOwn(Action.Post message) {
    return message.forwarded() != null && display.isMe(message.forwarded().author());
  }

  private Choice forwardTo(ChatItem item, List<Action.Post> messages, Runnable done) {
    return new Choice(
        display.title(item.chat()),
        "",
        Tone.of(item.chat(), display),
        refused -> {
          try {
            messages.forEach(message -> server.append(item.id(), message));
            done.run();
            server.currentProperty().set(item.id());
          } catch (FaultException unfit) {
            refused.accept(unfit);
          }
        });
  }

  /// Asks for the name of a channel.
  public TextQuestion newChannel() {
    return new TextQuestion(
        Messages.get("channel-question.title"),
        Messages.get("channel-question.name"),
        "",
        Messages.get("channel-question.yes"),
        ErrorText::ofName);
  }

  /// Asks for the name of a masked chat, and says what a mask does not hide.
  public TextQuestion newMasked() {
    return new TextQuestion(
        Messages.get("masked-question.title"),
        Messages.get("mask.caution"),
        Messages.get("masked-question.name"),
        "",
        Messages.get("masked-question.yes"),
        ErrorText::ofName);
  }

  /// The server's channels, by name. One that this person is in is opened, any other joined first.
  ///
  /// @param done called when the channel is in view
  public ChoiceViewModel channels(Runnable done) {
    var model =
        new ChoiceViewModel(
            new ChoiceViewModel.Texts(
                Messages.get("channels.title"),
                Messages.get("channels.filter"),
                Messages.get("channels.nothing")));
    model.load();
    fetch(model, 0, new ArrayList<>(), done);
    return model;
  }

  private void fetch(ChoiceViewModel model, long after, List<Channel> found, Runnable done) {
    Consumer<Response.Channels> take =
        page -> {
          found.addAll(page.channels());
          if (page.more() && !page.channels().isEmpty()) {
            fetch(model, page.channels().getLast().id().value(), found, done);
          } else {
            model.show(
                found.stream()
                    .sorted(Comparator.comparing(Channel::title, String.CASE_INSENSITIVE_ORDER))
                    .map(channel -> join(channel, done))
                    .toList());
          }
        };
    server.whenDone(server.client().lookups().channels(after), take, model::refuse);
  }

  private Choice join(Channel channel, Runnable done) {
    ChatId id = channel.id();
    boolean joined = server.chat(id).isPresent();
    String members = Messages.get("chat.members-offline", channel.members());
    String kind =
        channel.kind() == Chat.Kind.MASKED ? Messages.get("channels.masked", members) : members;
    String about =
        channel.topic().isEmpty() ? kind : Messages.get("chat.about", kind, channel.topic());
    return new Choice(
        channel.title(),
        joined ? Messages.get("channels.joined", about) : about,
        Tone.of(id),
        refused -> {
          if (joined) {
            server.currentProperty().set(id);
            done.run();
          } else {
            server.join(id, done, refused);
          }
        });
  }
}
