type Props = { codes: string[]; onDone: () => void };

/** Each lets in once where the app is lost; they are shown here and never again. */
export function RecoveryCodes({ codes, onDone }: Props) {
  return (
    <div className="flex flex-col gap-3 rounded-corner border border-line bg-panel p-3">
      <p role="status">
        The second factor is on. Keep these recovery codes: each lets you in once without the app, and they
        are shown only now.
      </p>
      <ul aria-label="Recovery codes" className="grid grid-cols-2 gap-x-6 gap-y-1 font-mono">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p>
        <button type="button" className="button button-primary max-md:h-9" onClick={onDone}>
          I have kept them
        </button>
      </p>
    </div>
  );
}
