/** The token of the link that this page was opened with: in the part of the address that no server is sent. */
export function tokenInAddress(): string | undefined {
  return /^#([\w-]{43})$/.exec(location.hash)?.[1];
}
