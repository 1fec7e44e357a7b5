/** A job that could not be done now for a reason outside: no fault of ours to look into. */
export class TryLater extends Error {
  override readonly name = 'TryLater';
}
