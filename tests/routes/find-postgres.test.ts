import { findingOn } from './finding';

findingOn('postgres');
