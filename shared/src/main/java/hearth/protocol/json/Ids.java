package hearth.protocol.json;

import static hearth.protocol.json.JsonTypes.number;
import static hearth.protocol.json.JsonTypes.string;

import hearth.protocol.ChatId;
import hearth.protocol.DeviceCode;
import hearth.protocol.DeviceId;
import hearth.protocol.SendId;
import hearth.protocol.UserId;

/// The ids, as numbers and as text, and codes.
final class Ids {
  static final JsonType<ChatId> CHAT_ID = number(ChatId::new, ChatId::value);
  static final JsonType<UserId> USER_ID = number(UserId::new, UserId::value);
  static final JsonType<DeviceId> DEVICE_ID = number(DeviceId::new, DeviceId::value);
  static final JsonType<DeviceCode> DEVICE_CODE = string(DeviceCode::new, DeviceCode::text);
  static final JsonType<SendId> SEND_ID = string(SendId::parse, SendId::toString);

  private Ids() {}
}
