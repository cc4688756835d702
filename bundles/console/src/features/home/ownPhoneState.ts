interface Own {
  doNotDisturb?: boolean;
  forwards: { always?: unknown };
}

/** What calls to an extension do first, as far as its switches say. */
export function ownPhoneState({ doNotDisturb, forwards }: Own): 'quiet' | 'elsewhere' | 'rings' {
  if (doNotDisturb) {
    return 'quiet';
  }
  return forwards.always ? 'elsewhere' : 'rings';
}
