function mpc = town
% A made-up town of eight buses: a power plant behind a 330 kV line and a transformer, a ring of 110 kV lines, a wind farm.
mpc.version = '2';
mpc.baseMVA = 100;

%% bus_i type Pd Qd Gs Bs area Vm Va baseKV zone Vmax Vmin
mpc.bus = [
	1	3	0	0	0	0	1	1	0	330	1	1.1	0.9;
	2	1	0	0	0	0	1	1	0	330	1	1.1	0.9;
	3	1	5	1	0	0	1	1	0	110	1	1.1	0.9;
	4	1	25	8	0	0	1	1	0	110	1	1.1	0.9;
	5	1	8	3	0	0	1	1	0	110	1	1.1	0.9;
	6	1	40	12	0	0	1	1	0	110	1	1.1	0.9;
	7	1	30	9	0	0	1	1	0	110	1	1.1	0.9;
	8	2	0	0	0	0	1	1	0	110	1	1.1	0.9;
];

mpc.bus_name = {
	'Power plant';
	'North 330';
	'North 110';
	'Hospital';
	'Water works';
	'Old town';
	'Harbour';
	'Wind farm';
};

%% bus Pg Qg Qmax Qmin Vg mBase status Pmax Pmin
mpc.gen = [
	1	90	0	60	-60	1	100	1	120	30;
	8	20	0	10	-10	1	100	1	20	0;
];

%% fbus tbus r x b rateA rateB rateC ratio angle status angmin angmax
mpc.branch = [
	1	2	0.002	0.02	0	200	0	0	0	0	1	-360	360;
	2	3	0.001	0.08	0	125	0	0	1	0	1	-360	360;
	3	4	0.01	0.05	0	60	0	0	0	0	1	-360	360;
	4	5	0.01	0.04	0	60	0	0	0	0	1	-360	360;
	3	6	0.01	0.06	0	60	0	0	0	0	1	-360	360;
	6	7	0.01	0.04	0	60	0	0	0	0	1	-360	360;
	5	7	0.01	0.09	0	40	0	0	0	0	1	-360	360;
	7	8	0.01	0.05	0	40	0	0	0	0	1	-360	360;
];
