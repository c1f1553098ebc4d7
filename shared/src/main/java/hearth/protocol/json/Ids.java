package hearth.protocol.json;

import static hearth.protocol.json.JsonTypes.number;
import static hearth.protocol.json.JsonTypes.string;

import hearth.protocol.ChatId;
import hearth.protocol.SendId;
import hearth.protocol.UserId;

/// The ids, as numbers and as text.
final class Ids {
  static final JsonType<ChatId> CHAT_ID = number(ChatId::new, ChatId::value);
  static final JsonType<UserId> USER_ID = number(UserId::new, UserId::value);
  static final JsonType<SendId> SEND_ID = string(SendId::parse, SendId::toString);

  private Ids() {}
}
