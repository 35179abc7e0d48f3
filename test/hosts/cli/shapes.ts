/** The JSON outputs, as other programs rely on them. */

export interface CheckedFinding {
  rule: string;
  severity: 'error' | 'explain' | 'note';
  indicator?: string;
  sheet?: string;
  cell?: string;
  message: string;
}

export interface CheckedFile {
  file: string;
  outcome: 'clean' | 'findings' | 'unreadable';
  code?: string;
  reason?: string;
  signature?: string;
  template?: { plans: string[]; period: string; organisation: string; region: string | null };
  entries: {
    indicator: string;
    item?: string;
    state: string;
    value: number | string | null;
    raw: string;
    cell: string | null;
  }[];
  findings: CheckedFinding[];
}

export interface CheckJson {
  files: CheckedFile[];
}

export interface StatusJson {
  plans: string[];
  period: string;
  due: string;
  workbooks: {
    organisation: string;
    region: string | null;
    state: string;
    file?: string;
    findings?: number;
  }[];
  setAside: { file: string; code: string; reason: string }[];
}
