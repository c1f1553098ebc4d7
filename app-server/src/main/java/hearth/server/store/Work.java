package hearth.server.store;

import hearth.protocol.Action;
import hearth.protocol.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a write costs, as far as can be known before. Of one person's writes none overtakes
/// another.
///
/// @param by whose write it is; null where the order does not matter
/// @param rows about how many rows it changes
public record Work(@Nullable UserId by, int rows) {
  /// Nearly every write.
  public static final Work SMALL = new Work(null, 1);

  /// The work of appending an action.
  public static Work of(UserId author, Action action) {
    int rows =
        switch (action) {
          case Action.AddMembers(List<UserId> members) -> members.size();
          case Action.Post _,
              Action.Targeted _,
              Action.RemoveMember _,
              Action.SetRole _,
              Action.SetSlowMode _,
              Action.Rename _,
              Action.SetTopic _,
              Action.SetPermission _,
              Action.Personal _,
              Action.Unknown _ ->
              1;
        };
    return new Work(author, rows);
  }
}
