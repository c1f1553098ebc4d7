package hearth.server.store.sqlite;

import java.sql.Connection;

/// All tables that one connection reads or writes. Confined to the thread that holds the
/// connection.
record Tables(
    UserTable users,
    DeviceTable devices,
    ChatTable chats,
    MemberTable members,
    EntryTable entries,
    RowTable rows,
    JoinTable joins,
    Personal personal) {

  static Tables of(Connection connection) {
    return new Tables(
        new UserTable(connection),
        new DeviceTable(connection),
        new ChatTable(connection),
        new MemberTable(connection),
        new EntryTable(connection),
        new RowTable(connection),
        new JoinTable(connection),
        new Personal(
            new PreferenceTable(connection),
            new MentionTable(connection),
            new BlockTable(connection),
            new ProfileTable(connection),
            new AliasTable(connection)));
  }

  AliasTable aliases() {
    return personal.aliases;
  }

  /// What is of one person alone.
  record Personal(
      PreferenceTable preferences,
      MentionTable mentions,
      BlockTable blocks,
      ProfileTable profiles,
      AliasTable aliases) {}
}
