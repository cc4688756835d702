/** What is dialled for what, unless the portal chooses another code; as the server has it. */
export const CODES: Record<string, string> = {
  VOICEMAIL: '*97', OTHER_VOICEMAIL: '*98', LEAVE_MESSAGE: '*95', FOLLOW_ME: '*67', DICTATION: '*93', PAGE: '*82', INTERCOM: '*80',
  HOT_DESK: '*90', FORWARD_ALWAYS: '*72', FORWARD_UNAVAILABLE: '*61', FORWARD_BUSY: '*63', FORWARD_NO_ANSWER: '*65', DO_NOT_DISTURB: '*78',
  CLEAR_FORWARDS: '*73', ASSISTANT: '*94', SECRETARY: '*92', CALL_COMPLETION: '*66', PARK: '*68', PICK_UP_GROUP: '*8', PICK_UP: '*81',
  LISTEN_IN: '*84', WHISPER: '*85', BARGE_IN: '*86', QUEUE_AGENT: '*45', MEETING: '*55', ECHO_TEST: '*43', SPEAKING_CLOCK: '*60', WAKE_UP: '*62',
};
