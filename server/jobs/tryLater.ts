/** A job that could not be done now for a reason outside: no fault of ours to look into. */
export class TryLater extends Error {
  override readonly name = 'TryLater';
}

/** A job that did a part of its work: the rest has its turn after what waits already. */
export class MoreToDo extends Error {
  override readonly name = 'MoreToDo';
}
