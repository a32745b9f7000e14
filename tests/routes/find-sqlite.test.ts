import { findingOn } from './finding';

findingOn('sqlite');
