/** Sends an enquiry to the organiser's endpoint. */

/** It did not arrive. `status` is the endpoint's answer; undefined where none came. */
export class SendError extends Error {
  override readonly name = 'SendError';

  constructor(
    readonly status: number | undefined,
    cause?: unknown,
  ) {
    super(status === undefined ? 'no answer' : `answered ${status}`, { cause });
  }
}

/** Milliseconds after which nobody answers any more. */
const PATIENCE = 20_000;

/** Throws SendError. */
export async function send(endpoint: string, letter: unknown): Promise<void> {
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(letter),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(PATIENCE),
  }).catch((error: unknown) => {
    throw new SendError(undefined, error);
  });
  if (!answer.ok) throw new SendError(answer.status);
}
