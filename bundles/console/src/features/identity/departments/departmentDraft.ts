import type { Department, DepartmentDraft, Holiday } from '@/ui/server/types';
import { timesOf, type Week, weekOf } from './week';

/** A department as a form holds it. */
export interface DepartmentValues extends Record<string, unknown> {
  name: string;
  language: string;
  zone: string;
  hours: Week;
  breaks: Week;
  holidays: Holiday[];
}

export function valuesOf(department?: Department): DepartmentValues {
  return {
    name: department?.name ?? '',
    language: department?.language ?? '',
    zone: department?.zone ?? '',
    hours: weekOf(department?.hours ?? []),
    breaks: weekOf(department?.breaks ?? []),
    holidays: department?.holidays ?? [],
  };
}

/** What is sent; an override that holds now goes on holding. */
export function draftOf(values: DepartmentValues, department?: Department): DepartmentDraft {
  return {
    name: values.name.trim(),
    hours: timesOf(values.hours),
    breaks: timesOf(values.breaks),
    holidays: values.holidays.map((holiday) => ({ ...holiday, name: holiday.name.trim() })),
    ...(values.language ? { language: values.language } : {}),
    ...(values.zone ? { zone: values.zone } : {}),
    ...(department?.override ? { override: department.override } : {}),
  };
}

/** What the form shows, so that it begins anew when just that was changed elsewhere. */
export function shownOf(department: Department): string {
  return JSON.stringify(valuesOf(department));
}
