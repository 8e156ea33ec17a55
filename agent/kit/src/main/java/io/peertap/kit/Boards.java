package io.peertap.kit;

import java.util.List;

/** Every board there is, in the order in which one looks at them. */
final class Boards {

  private static final List<Board> ALL = List.of(
      OverviewBoard.board(),
      ConnectionsBoard.board(),
      PeersBoard.board(),
      PerformanceBoard.board(),
      ErrorsBoard.board(),
      TopologyBoard.board(),
      OperationsBoard.board(),
      AgentBoard.board());

  private Boards() {}

  static List<Board> all() {
    return ALL;
  }

  /** What they are called where one chooses some. */
  static List<String> ids() {
    return ALL.stream().map(Board::id).toList();
  }
}
